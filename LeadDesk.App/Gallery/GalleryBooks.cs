using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LeadDesk.App.Account;
using LeadDesk.App.Audit;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Gallery;

/// <summary>Made-up accounts, dice and audit in named states, beside <see cref="GalleryViews"/>.</summary>
public sealed class GalleryBooks(DateTimeOffset now)
{
    private const long Head = 4_812;

    private static readonly string[] Customers = ["Amelia Hart", "Chidi Okafor", "Rosa Lopez", "Tom Reyes", "Ingrid Berg"];

    private static readonly ImmutableArray<DirectoryEntry> Staff = [Who(1, "Camron Wunsch"), Who(2, "Kim Lund"), Who(3, "Dana Wu"), Who(4, "Rina Patel")];

    public AccountView Account(string state)
    {
        var rings = new AccountLane("rings", "Rings over 3,000", true, Leads(31.400), Leads(30), Leads(1.400), 30, 31.4);
        var others = new AccountLane("all", "Everything else", false, 0, 0, 0, 74, 71.2);
        var watches = new AccountLane("watches", "Watches", true, 0, 0, 0, 0, 0);
        var me = state == "other" ? Staff[1] : Staff[2];
        if (state == "empty")
        {
            return new(me.Id, me.Name, true, [], null, []);
        }

        var lines = Lines(rings.Balance);
        var month = new DateOnly(now.Year, now.Month, 1);
        return new(me.Id, me.Name, state != "other", [rings, others, watches], rings, lines)
        {
            Next = lines[^1].Seq,
            Carried = lines[^1].Balance - lines[^1].Change,
            Months = [new MonthWork(month, 61, 44, 9, 3, 0, 1), new MonthWork(month.AddMonths(-1), 118, 80, 17, 4, 0, 2)],
            People = state == "other" ? Staff : [],
        };
    }

    public DiceView Dice(string state)
    {
        if (state == "empty")
        {
            return new([], null, [], null);
        }

        ImmutableArray<DiceDay> days = [.. Enumerable.Range(0, 4).Select(Day)];
        DiceThrow Throw(int rank, DirectoryEntry person, ulong value) => new(person.Id, person.Number.Number, person.Name, rank == 1, rank, 0, Hex("message" + rank)[..32], Hex("mac" + rank), value, rank < 3);
        var draw = new DiceDraw(4_701, now.AddDays(-1), days[1], "rings", "Rings over 3,000", 3, "fairTurn", false, false, [Throw(1, Staff[2], 1_204_611_832_907_255_811), Throw(2, Staff[1], 9_771_038_220_145_330_902), Throw(3, Staff[3], 0)], true);
        return new(days, days[1].Day, [.. Enumerable.Range(0, 5).Select(i => new DiceDrawLine(4_701 - (31 * i), now.AddDays(-1).AddMinutes(-47 * i), i % 2 == 0 ? "Rings over 3,000" : "Everything else", i % 2 == 1, 3 - (i % 2), i == 2 ? null : Staff[2].Name, i == 0))], draw);
    }

    public AuditView Audit(string state)
    {
        var filter = new AuditFilter(state == "empty" ? Staff[1].Id : null, null, null, null, null);
        return new(filter, state == "empty" ? [] : Events(), state == "empty" ? null : Head - 9, Staff)
        {
            Head = Head,
            Names = Customers.Index().ToImmutableDictionary(c => Id(40 + c.Index), c => c.Item),
            ExportTo = "api/v1/audit/export",
        };
    }

    public ChainVerdict? Verdict(string state) => state switch
    {
        "walking" => null,
        "broken" => new(now.AddMinutes(-3), new(3_310, new(Head, Hex("head")), 41, new(3_311, "content", "The hash of 3311 is not what its content gives."))),
        _ => new(now.AddHours(-9), new(Head - 20, new(Head - 20, Hex("head")), 57, null)),
    };

    /// <summary>Why somebody was chosen: a close one between two, with a third left out.</summary>
    public ReceiptCard Receipt(long entry) => new()
    {
        Entry = entry,
        At = now.AddMinutes(-12),
        Lane = "rings",
        LaneName = "Rings over 3,000",
        LaneVersion = 3,
        Method = "fairTurn",
        Chosen = Staff[2].Id,
        ChosenName = Staff[2].Name,
        TieBreak = TieBreak.T1,
        Sentence = "Dana Wu was next: owed most of the two who could have had it.",
        Eligible = [new(Staff[2].Id, 3, Staff[2].Name, false, 1, Share.One * 7 / 5, null, null), new(Staff[1].Id, 2, Staff[1].Name, false, 2, -Share.One / 3, null, null)],
        PassedOver = [new(Staff[3].Id, 4, Staff[3].Name, false, null, 0, Test.E5, "all places in use")],
    };

    /// <summary>The newest entries of an account that has come to this balance.</summary>
    private ImmutableArray<AccountLine> Lines(Int128 balance)
    {
        var lines = ImmutableArray.CreateBuilder<AccountLine>();
        for (var i = 0; i < 12; i++)
        {
            var (seq, mine) = (Head - (23L * i) - 4, i % 3 == 1);
            lines.Add(new(seq, now.AddMinutes(-12 - (37 * i)), seq, false, i == 7 ? "assigned" : "offered", Share.One / 3, mine || i == 7 ? Share.One : 0, balance)
            {
                LaneVersion = 3,
                Receiver = mine ? 3 : 2,
                ReceiverName = i % 4 == 0 ? null : Staff[1].Name,
                Lead = mine ? Id(40 + i) : null,
                LeadName = mine ? "Amelia Hart" : null,
            });
            balance -= lines[^1].Change;
        }

        return lines.ToImmutable();
    }

    private ImmutableArray<AuditLine> Events()
    {
        AuditLine Line(int back, int minutes, string act, string who, string what, int? lead = null, string? lane = null, string? from = null, string? to = null, bool decided = false) => new()
        {
            Seq = Head - back,
            At = now.AddMinutes(-minutes),
            Act = act,
            Who = who,
            What = what,
            Lead = lead is { } l ? Id(40 + l) : null,
            LaneName = lane,
            From = from,
            FromName = from,
            To = to,
            ToName = to,
            Decided = decided,
            Hash = Hex($"{back}"),
        };
        return
        [
            Line(0, 1, "taken", "Dana Wu", "Taken with “next lead”", 0, "Everything else", null, "Dana Wu", true),
            Line(1, 2, "received", "Website form", "Came in", 0),
            Line(2, 4, "attempted", "Kim Lund", "Phone · no answer", 1),
            Line(3, 9, "assigned", "Camron Wunsch", "Given by a manager", 1, "Rings over 3,000", "Dana Wu", "Kim Lund", true),
            Line(4, 12, "offered", "The desk", "Offered to Dana Wu", 2, "Rings over 3,000", null, "Dana Wu", true),
            Line(5, 31, "presenceSet", "Rina Patel", "Rina Patel is with a customer"),
            Line(6, 44, "released", "Dana Wu", "Given back", 3, "Rings over 3,000", "Dana Wu"),
            Line(7, 60 * 19, "plan", "Camron Wunsch", "New rules published"),
            Line(8, (60 * 19) + 20, "exported", "Camron Wunsch", "The audit was exported"),
            Line(9, (60 * 20) + 3, "won", "Kim Lund", "Won", 4, "Everything else"),
        ];
    }

    private DiceDay Day(int ago)
    {
        var (secret, salt) = (ago == 0 ? null : Hex("secret" + ago), ago == 0 ? null : Hex("salt" + ago)[..32]);
        return new(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-ago), Head - (900 * ago) - 60, now.AddDays(-ago), Hex("hash" + ago), Hex("seal" + ago), secret, salt);
    }

    private static DirectoryEntry Who(int number, string name) => new(new RepId(number), Id(number), name, $"{name[..3].ToLowerInvariant()}@example.com", false, "");

    private static Int128 Leads(double leads) => (Int128)(leads * Share.One);

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Guid Id(int number) => new(number, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8);
}
