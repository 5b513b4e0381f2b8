namespace LeadDesk.App.Welcome;

/// <summary>Says on the console of an empty floor where to begin.</summary>
internal static class WelcomeGreeting
{
    public static void Print(WebApplication app)
    {
        var door = app.Services.GetRequiredService<WelcomeDoor>();
        if (door.IsNew)
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Nobody is on this floor yet. Begin at {app.Urls.FirstOrDefault()}/welcome (from another machine: /welcome?code={door.Code})."));
        }
    }
}
