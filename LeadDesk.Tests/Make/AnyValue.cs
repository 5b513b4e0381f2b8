using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using LeadDesk.Domain.Clocks;

namespace LeadDesk.Tests.Make;

/// <summary>Any record of the Domain with seeded random values in each of its members, texts that are hard to write among them.</summary>
public sealed class AnyValue(int seed)
{
    private static readonly string[] Texts = ["", "x", "it's \"so\"", "Zoë 🐝", "a\\b\n\tc", "before\0after", "\u202eback", "null", "<script>", "🧑‍🚀é"];
    private readonly NullabilityInfoContext nullability = new();
    private readonly Random random = new(seed);

    /// <summary>Put before every text.</summary>
    public string Mark { get; init; } = "";

    public T Of<T>() => (T)Of(typeof(T))!;

    public object? Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return random.Next(3) == 0 ? null : Of(inner);
        }

        return type switch
        {
            _ when type == typeof(string) => Mark + Texts[random.Next(Texts.Length)],
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(3) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(100),
            _ when type == typeof(long) => random.NextInt64(long.MinValue, long.MaxValue),
            _ when type == typeof(decimal) => random.Next() / 100m,
            _ when type == typeof(Guid) => Guid.NewGuid(),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(random.Next(5000)),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(random.NextInt64(100_000_000_000)).AddTicks(random.Next(4) == 0 ? random.Next(9999) : 0),
            _ when type == typeof(OpeningHours) => Hours(),
            { IsEnum: true } => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
            { IsGenericType: true } when Collection(type) is { } collection => collection,
            _ => Record(type),
        };
    }

    private OpeningHours Hours() => random.Next(3) == 0
        ? OpeningHours.Always
        : OpeningHours.Weekly(
            random.Next(2) == 0 ? "Europe/Berlin" : "America/Los_Angeles",
            Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) > 0).ToDictionary(d => d, _ => ImmutableArray.Create(new TimeRange(TimeSpan.FromMinutes(random.Next(600)), TimeSpan.FromMinutes(random.Next(601, 1441))))),
            [Of<DateOnly>()]);

    private object? Collection(Type type)
    {
        var items = type.GetGenericArguments();
        var of = type.GetGenericTypeDefinition();
        if (of == typeof(ImmutableArray<>) || of == typeof(Domain.EquatableArray<>))
        {
            var made = typeof(ImmutableArray).GetMethods().Single(m => m.Name == nameof(ImmutableArray.CreateRange) && m.GetParameters().Length == 1 && m.GetGenericArguments().Length == 1)
                .MakeGenericMethod(items[0]).Invoke(null, [List(items[0])])!;
            return of == typeof(ImmutableArray<>) ? made : Activator.CreateInstance(type, made);
        }

        if (!typeof(IDictionary).IsAssignableFrom(type))
        {
            return null;
        }

        var empty = type.GetField("Empty", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var set = type.GetMethod("SetItem")!;
        return Enumerable.Range(0, random.Next(4)).Aggregate(empty, (all, _) => set.Invoke(all, [Of(items[0]), Of(items[1])])!);
    }

    private IList List(Type item)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var i = random.Next(4); i > 0; i--)
        {
            list.Add(Of(item));
        }

        return list;
    }

    private object Record(Type type)
    {
        var make = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"Nobody can make a {type}.");
        var made = make.Invoke([.. make.GetParameters().Select(p => MayBeNull(nullability.Create(p)) ? null : Of(p.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite && !Array.Exists(make.GetParameters(), a => a.Name == p.Name)))
        {
            property.SetValue(made, MayBeNull(nullability.Create(property)) ? null : Of(property.PropertyType));
        }

        return made;
    }

    private bool MayBeNull(NullabilityInfo info) => !info.Type.IsValueType && info.ReadState == NullabilityState.Nullable && random.Next(3) == 0;
}
