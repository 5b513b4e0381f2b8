using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Admin;

/// <summary>One person made or changed, by the same reading and the same checks as a floor file's.</summary>
public sealed partial class FloorSetUp
{
    private const string InFile = "people[0]";
    private const int MostTries = 5;
    private static readonly JsonSerializerOptions TwoDeeper = new() { MaxDepth = JsonText.MaxDepth + 2 };

    public PersonEntry? Entry(Guid id) =>
        committed.Now.FindPerson(id) is { } rep ? new(people.NameOf(rep.Number), people.Find(rep.Number)?.Email ?? "", rep.Terms, rep.OptIns) : null;

    public async Task<PersonPut> PutPersonAsync(PersonWish wish, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        await turn.WaitAsync(cancel);
        try
        {
            var floor = committed.Now;
            var before = wish.Id is { } id ? Entry(id) : null;
            var email = before?.Email ?? LoginIn(wish.Body);
            if (wish.Retry is { } retry && floor.Keys.Find(retry.Scope) is not null)
            {
                // The desk gives the kept answer again, whatever the command says.
                var again = floor.People[0];
                return new(null, await desk.SendAsync(new SetPerson(wish.Actor, new(again.Number, again.Id, again.Terms, again.OptIns), wish.Reason) { Retry = retry }, cancel), email);
            }

            // What is agreed may change while a password is hashed: then the wish is read anew over what is there now.
            for (var tries = 1; ; tries++)
            {
                var put = await PutAsync(wish, floor, before, email, cancel);
                if (put.Answer?.Refusal?.Code != RefusalCode.Stale || tries == MostTries)
                {
                    return put;
                }

                floor = committed.Now;
                before = wish.Id is { } again ? Entry(again) : null;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What would be agreed with somebody who is here: every fault by its field, or the terms. Nothing is changed.</summary>
    public (IReadOnlyDictionary<string, string[]>? Errors, RepTerms? After) Preview(Guid id, JsonElement body)
    {
        var before = Entry(id)!;
        var asked = JsonNode.Parse(body.GetRawText())!.AsObject();
        asked.Remove("reason");
        asked.Remove("cover");
        asked.Remove("coach");
        var merged = FloorFile.Merge(committed.Now.Plan.Plan, People(), FloorFile.Read(Wrapped(JsonSerializer.SerializeToElement(asked), before), Catalogue.Names));
        var after = merged.People.FirstOrDefault(p => PeopleDirectory.KeyOf(p.After.Email) == PeopleDirectory.KeyOf(before.Email))?.After.Terms ?? before.Terms;
        return merged.Ok ? (null, after with { Active = before.Terms.Active, Cover = before.Terms.Cover, Coach = before.Terms.Coach }) : (Faults(merged), null);
    }

    private static Dictionary<string, string[]> Faults(FloorFileMerge merged) =>
        merged.Errors.ByField.ToDictionary(e => e.Key.StartsWith(InFile + ".", StringComparison.Ordinal) ? e.Key[(InFile.Length + 1)..] : e.Key.Replace(InFile, "", StringComparison.Ordinal), e => e.Value, StringComparer.Ordinal);

    private async Task<PersonPut> PutAsync(PersonWish wish, SalesFloor floor, PersonEntry? before, string email, CancellationToken cancel)
    {
        var read = FloorFile.Read(Wrapped(wish.Body, before), Catalogue.Names);
        var merged = FloorFile.Merge(floor.Plan.Plan, People(), read);
        if (before is null && email.Length > 0 && people.FindByEmail(email) is not null)
        {
            merged.Errors.Add(InFile + ".email", "Somebody here has this address already.");
        }

        if (before is not null && wish.Body.TryGetProperty("email", out var other) && PeopleDirectory.KeyOf(other.ToString()) != PeopleDirectory.KeyOf(before.Email))
        {
            merged.Errors.Add(InFile + ".email", "An address stays with its person; whoever has a new one is added anew.");
        }

        await RefuseTakenAsync(merged, read, cancel);
        if (!merged.Ok)
        {
            return new(Faults(merged), null, email);
        }

        var after = (merged.People.SingleOrDefault(p => PeopleDirectory.KeyOf(p.After.Email) == PeopleDirectory.KeyOf(email))?.After ?? before)!;
        after = after with { Terms = after.Terms with { Active = before?.Terms.Active ?? true, Cover = wish.CoverGiven ? wish.Cover : before?.Terms.Cover, Coach = wish.CoachGiven ? wish.Coach : before?.Terms.Coach } };
        if (before is not null && !after.HasSecrets && after.Terms.Cover == before.Terms.Cover && after.Terms.Coach == before.Terms.Coach && FloorFilePeople.Same(before, after))
        {
            return new(null, null, email);
        }

        // Judged before an account is touched: a refused call leaves nothing behind.
        if (SetPerson.Judge(floor, wish.Actor, wish.Id is { } id ? floor.FindPerson(id) : null, after.Terms, after.HasSecrets, wish.Reason) is { } no)
        {
            return new(null, new Answer(no, floor), email);
        }

        var made = await accounts.ProvisionManyAsync([new Provision(after.Name, after.Email, after.Password, after.Token, after.Pin)], cancel);
        var events = Events([new PersonChange(before, after)], made);
        var command = new SetPerson(wish.Actor, events.Single(e => e.Id == made[0].Id), wish.Reason) { HasSecrets = after.HasSecrets, Seen = wish.Id is { } known ? floor.FindPerson(known) : null, Fillers = events.Remove(events.Single(e => e.Id == made[0].Id)), Retry = wish.Retry };
        return new(null, await desk.SendAsync(command, cancel), email);
    }

    private static string LoginIn(JsonElement body) =>
        (body.TryGetProperty("email", out var given) || body.TryGetProperty("userName", out given)) && given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim() : "";

    /// <summary>The body as the one person of a floor file, under the address that is there.</summary>
    private static JsonElement Wrapped(JsonElement body, PersonEntry? before)
    {
        var person = JsonNode.Parse(body.GetRawText())!.AsObject();
        if (before is not null)
        {
            person.Remove("email");
            person.Remove("userName");
            person[LoginName.FieldOf(before.Email)] = before.Email;
        }

        return JsonSerializer.SerializeToElement(new JsonObject { ["people"] = new JsonArray(person) }, TwoDeeper);
    }
}
