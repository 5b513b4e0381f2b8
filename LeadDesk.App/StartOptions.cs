using System.Globalization;
using LeadDesk.App.Store;

namespace LeadDesk.App;

/// <summary>What was asked for at start: the store, a floor file for an empty floor, the demo, the first admin.</summary>
public sealed record StartOptions(StoreAddress Store, string? FloorFile, bool Demo, bool FreshDemo, bool Bench, FirstAdmin? Admin)
{
    /// <summary>What this demo was begun in place of, and can be left for.</summary>
    public StartOptions? Before { get; init; }

    private const string DefaultStore = "sqlite:App_Data/leaddesk.db";
    private const string DemoStore = "sqlite:App_Data/demo.db";

    /// <summary>Reads the options; what is wrong is one line that names the key.</summary>
    public static OrTrouble<StartOptions> Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (Flag(configuration, "demo", "LeadDesk:Demo") is not { } demo)
        {
            return new(null, "--demo: true or false is expected.");
        }

        var given = configuration["store"] ?? configuration["LeadDesk:Store"];
        var store = StoreAddress.Parse(given ?? (demo ? DemoStore : DefaultStore));
        if (store.Trouble is { } trouble)
        {
            return new(null, $"--store: {trouble}");
        }

        var floor = configuration["floor"] ?? configuration["LeadDesk:Floor"];
        if (floor is not null && demo)
        {
            return new(null, "--floor: a demo has its own floor; start without --demo to use a floor file.");
        }

        if (floor is not null && !File.Exists(floor))
        {
            return new(null, $"--floor: there is no file {floor}.");
        }

        if (Flag(configuration, "LeadDesk:Bench", "LeadDesk:Bench") is not { } bench)
        {
            return new(null, "LeadDesk:Bench: true or false is expected.");
        }

        var email = configuration["LeadDesk:Admin:Email"];
        var admin = string.IsNullOrWhiteSpace(email) ? null : new FirstAdmin(email, configuration["LeadDesk:Admin:Password"], configuration["LeadDesk:Admin:Token"]);
        return new(new(store.Value!, floor, demo, demo && given is null, bench, admin), null);
    }

    /// <summary>A demo shop in a store of its own beside this one; null where this is a demo, or already lies where that one would.</summary>
    public StartOptions? AsDemo()
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Store.File))!, "demo.db");
        return Demo || file == Path.GetFullPath(Store.File) ? null : new(StoreAddress.Parse("sqlite:" + file).Value!, null, Demo: true, FreshDemo: true, Bench, Admin: null) { Before = this };
    }

    private static bool? Flag(IConfiguration configuration, string key, string other)
    {
        var text = configuration[key] ?? configuration[other];
        return text is null ? false : bool.TryParse(text.ToLower(CultureInfo.InvariantCulture), out var flag) ? flag : null;
    }
}
