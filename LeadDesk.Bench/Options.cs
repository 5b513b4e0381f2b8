using System.Globalization;

namespace LeadDesk.Bench;

/// <summary>The options of a measurement: --name value, each with a default that suits two cores.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);

    public Options(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Count)
            {
                throw new ArgumentException($"{args[i]}: options are written as --name value.", nameof(args));
            }

            given[args[i][2..]] = args[i + 1];
        }
    }

    public string Text(string name, string otherwise) => given.GetValueOrDefault(name, otherwise);

    public string? Text(string name) => given.GetValueOrDefault(name);

    public int Whole(string name, int otherwise) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public double Number(string name, double otherwise) => given.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public int[] Wholes(string name, string otherwise) => [.. Texts(name, otherwise).Select(t => int.Parse(t, CultureInfo.InvariantCulture))];

    public string[] Texts(string name, string otherwise) => Text(name, otherwise).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
