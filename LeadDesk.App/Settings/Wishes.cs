using System.Collections.Immutable;
using LeadDesk.App.Store;

namespace LeadDesk.App.Settings;

/// <summary>What people have chosen for themselves alone, on whatever device they sit: in memory, and kept beside their account.</summary>
public sealed class Wishes(Pen pen)
{
    private const string Provider = "wish";
    private readonly Lock turn = new();
    private volatile ImmutableDictionary<Guid, Wish> all = ImmutableDictionary<Guid, Wish>.Empty;

    public Wish Of(Guid person) => all.GetValueOrDefault(person, Wish.None);

    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var kept = await pen.ReadAsync(db => db.UserTokensOfAsync(Provider, cancel), cancel);
        lock (turn)
        {
            all = kept.GroupBy(k => k.UserId).ToImmutableDictionary(g => g.Key, g => new Wish(g.FirstOrDefault(k => k.Name == "zone")?.Value, g.Any(k => k is { Name: "hold", Value: "on" })));
        }
    }

    public Task SetAsync(Guid person, Wish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return pen.WriteAsync(
            async db =>
            {
                var rows = await db.UserTokensAsync(person, Provider);
                foreach (var (name, value) in new[] { ("zone", wish.Zone), ("hold", wish.Hold ? "on" : null) })
                {
                    var row = rows.Find(r => r.Name == name);
                    if (value is null && row is not null)
                    {
                        db.UserTokens.Remove(row);
                    }
                    else if (value is not null && row is null)
                    {
                        db.UserTokens.Add(new() { UserId = person, LoginProvider = Provider, Name = name, Value = value });
                    }
                    else if (row is not null)
                    {
                        row.Value = value;
                    }
                }

                return wish;
            },
            kept =>
            {
                lock (turn)
                {
                    all = kept == Wish.None ? all.Remove(person) : all.SetItem(person, kept);
                }
            });
    }
}
