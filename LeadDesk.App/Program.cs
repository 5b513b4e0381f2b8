using LeadDesk.App;
using LeadDesk.App.Demo;
using LeadDesk.App.Desk;

if (args is ["verify", .. var rest])
{
    return VerifyCommand.Run(rest, Console.Out);
}

var builder = WebApplication.CreateBuilder(StartArguments.Plain(args));
builder.WebHost.UseStaticWebAssets();
var options = StartOptions.Read(builder.Configuration);
if (options.Trouble is { } wrong)
{
    await Console.Error.WriteLineAsync(wrong);
    return 1;
}

builder.Services.AddLeadDesk(options.Value!);
var app = builder.Build();
if (await app.Services.GetRequiredService<Opening>().OpenAsync() is { } trouble)
{
    await Console.Error.WriteLineAsync(trouble);
    await app.DisposeAsync();
    return 1;
}

app.UseLeadDesk();
DemoGreeting.Print(app.Services);
await app.RunAsync();
return 0;
