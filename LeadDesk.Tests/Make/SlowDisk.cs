using LeadDesk.App.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LeadDesk.Tests.Make;

/// <summary>A machine that tests many things at once may have a disk that takes seconds. Where that is not what is tested, the desk waits for it.</summary>
internal static class SlowDisk
{
    private static readonly Patience Much = new(TimeSpan.FromMinutes(1));

    public static void WaitsForDisk(this IWebHostBuilder builder) => builder.ConfigureTestServices(s => s.AddSingleton(Much));
}
