using LeadDesk.App.Account;

namespace LeadDesk.App.Demo;

/// <summary>Says on the console who can be played.</summary>
internal static class DemoGreeting
{
    public static void Print(IServiceProvider services)
    {
        var faces = services.GetRequiredService<DemoSignIns>().All;
        if (faces.Count > 0)
        {
            Console.WriteLine($"Demo floor: everybody in it is made up. The sign-in page lets you in with one click as {string.Join(", ", faces.Select(f => f.Label))}.");
        }
    }
}
