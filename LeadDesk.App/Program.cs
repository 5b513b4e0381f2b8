using LeadDesk.App;
using LeadDesk.App.Demo;
using LeadDesk.App.Desk;
using LeadDesk.App.Welcome;

if (args is ["verify", .. var rest])
{
    return VerifyCommand.Run(rest, Console.Out);
}

StartOptions? next = null;
do
{
    var builder = WebApplication.CreateBuilder(StartArguments.Plain(args));
    builder.WebHost.UseStaticWebAssets();
    var options = next is null ? StartOptions.Read(builder.Configuration) : new(next, null);
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
    WelcomeGreeting.Print(app);
    var course = app.Services.GetRequiredService<Course>();
    await app.RunAsync();
    next = course.Next;
}
while (next is not null);
return 0;
