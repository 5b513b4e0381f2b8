using LeadDesk.App;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddLeadDesk(builder.Configuration);

var app = builder.Build();
app.UseLeadDesk();
await app.RunAsync();
