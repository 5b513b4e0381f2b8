using System.Globalization;
using Bogus;
using LeadDesk.Domain.Intake;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Demo;

/// <summary>Makes up leads, one after another, always the same ones for the same seed.</summary>
internal sealed class DemoLeads(int seed)
{
    private static readonly string[] Wishes =
    [
        "Could you tell me more about {0}? I saw it on your page.",
        "I am looking for {0} as a present and would like some advice.",
        "Do you have {0} in the shop this weekend? I would like to come by.",
        "What would {0} cost, roughly? Please write first, calls are hard at work.",
        "We would like to see {0} on Saturday, is there a time free?",
    ];

    private readonly Faker faker = new("en") { Random = new Randomizer(seed) };

    public string Source => faker.PickRandom("web", "web", "web", "instagram", "google", "mail");

    public LeadDraft Next()
    {
        var product = faker.PickRandom<string>(DemoFloor.Products);
        var name = faker.Name.FullName();
        return new LeadDraft
        {
            Facts = new Facts
            {
                Product = product,
                Region = faker.PickRandom("Seattle", "Tacoma", "Bellevue", "Everett"),
                Value = product is "repair" ? null : Math.Round(faker.Random.Decimal(80, 6000) / 10) * 10,
                RequestKind = faker.Random.Bool(0.06f) ? RequestKind.NonSales : faker.PickRandom(RequestKind.Question, RequestKind.Quote, RequestKind.CallBack, RequestKind.Visit),
                ContactHours = faker.Random.Bool(0.2f) ? "after 5 pm" : null,
                Discreet = product == "engagement ring" && faker.Random.Bool(0.3f),
            },
            Person = new LeadPerson(
                new Contact(name, faker.Internet.Email(name.Split(' ')[0], name.Split(' ')[^1], "mail.example"), "+1 206 555 " + faker.Random.Int(100, 9999).ToString("0000", CultureInfo.InvariantCulture), null),
                string.Format(CultureInfo.InvariantCulture, faker.PickRandom(Wishes), WithArticle(product)),
                new Dictionary<string, string>(StringComparer.Ordinal)),
        };
    }

    public bool Chance(double of) => faker.Random.Double() < of;

    public int Between(int from, int to) => faker.Random.Int(from, to);

    public T Pick<T>(IReadOnlyList<T> of) => of[faker.Random.Int(0, of.Count - 1)];

    public Guid Id() => faker.Random.Guid();

    private static string WithArticle(string product) => product switch
    {
        "wedding bands" or "earrings" => product,
        "engagement ring" => "an engagement ring",
        _ => "a " + product,
    };
}
