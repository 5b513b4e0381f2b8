using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>Things remembered for a fixed time. What has run out is forgotten as new ones come, by the time of the events, so that a replay forgets the same.</summary>
public sealed record Memory<TKey, TValue>(TimeSpan For)
    where TKey : notnull
{
    private ImmutableDictionary<TKey, (DateTimeOffset At, TValue Value)> Items { get; init; } = ImmutableDictionary<TKey, (DateTimeOffset At, TValue Value)>.Empty;

    private ImmutableQueue<(DateTimeOffset At, TKey Key)> Order { get; init; } = ImmutableQueue<(DateTimeOffset At, TKey Key)>.Empty;

    public IEnumerable<(DateTimeOffset At, TKey Key, TValue Value)> All => Order.Where(IsLast).Distinct().Select(o => (o.At, o.Key, Items[o.Key].Value));

    public TValue? Find(TKey key) => Items.TryGetValue(key, out var item) ? item.Value : default;

    public Memory<TKey, TValue> Add(TKey key, TValue value, DateTimeOffset at) =>
        this with { Items = Items.SetItem(key, (at, value)), Order = Order.Enqueue((at, key)) };

    public Memory<TKey, TValue> Forget(TKey key) => Items.ContainsKey(key) ? this with { Items = Items.Remove(key) } : this;

    /// <summary>Without what has run out by now, and the keys that went.</summary>
    public (Memory<TKey, TValue> Memory, ImmutableArray<TKey> Gone) At(DateTimeOffset now)
    {
        if (Order.IsEmpty || Order.Peek().At + For > now)
        {
            return (this, []);
        }

        var gone = ImmutableArray.CreateBuilder<TKey>();
        var items = Items;
        var order = Order;
        while (!order.IsEmpty && order.Peek().At + For <= now)
        {
            order = order.Dequeue(out var oldest);
            if (items.TryGetValue(oldest.Key, out var item) && item.At == oldest.At)
            {
                items = items.Remove(oldest.Key);
                gone.Add(oldest.Key);
            }
        }

        return (this with { Items = items, Order = order }, gone.ToImmutable());
    }

    /// <summary>What was remembered again since counts from then.</summary>
    private bool IsLast((DateTimeOffset At, TKey Key) place) => Items.TryGetValue(place.Key, out var item) && item.At == place.At;
}
