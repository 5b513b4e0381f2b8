using System.Text.Json;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Store.Codec;

/// <summary>The personal texts that stand beside the log, by kind.</summary>
public static class PersonalTexts
{
    public const string Lead = "lead";
    public const string Label = "label";
    public const string Note = "note";
    public const string Reason = "reason";
    public const string Dice = "dice";
    public const string Notice = "notice";

    public static string WriteLead(Facts facts, LeadPerson person) => JsonSerializer.Serialize(new LeadText(facts, person), CodecOptions.Value);

    public static LeadText ReadLead(string text) => JsonSerializer.Deserialize<LeadText>(text, CodecOptions.Value)!;

    /// <summary>What was received is a lead's whole text, what was relabelled its facts alone.</summary>
    public static Facts FactsOf(string kind, string text) => kind == Label ? ReadFacts(text) : ReadLead(text).Facts;

    public static string WriteFacts(Facts facts) => JsonSerializer.Serialize(facts, CodecOptions.Value);

    public static Facts ReadFacts(string text) => JsonSerializer.Deserialize<Facts>(text, CodecOptions.Value)!;
}
