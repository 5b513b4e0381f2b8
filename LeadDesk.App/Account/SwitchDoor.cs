using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>
/// Hands a shared device from one person to the next by PIN. A switch is a whole change of person: the session of who was there ends
/// before the new one begins, and with it every page, circuit and hub they had open on this device.
/// </summary>
public sealed class SwitchDoor(Devices devices, Accounts accounts, Sessions sessions, Standing standing, PeopleDirectory people, PinTries tries, DeskLoop desk)
{
    /// <summary>Who can switch on a shared device: they hold leads and have chosen a PIN. In order of their names.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> PeopleAsync(CancellationToken cancel = default)
    {
        var withPin = await accounts.WithPinAsync(cancel);
        return [.. people.All.Where(p => withPin.Contains(p.Id) && MayBe(p.Id)).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    public async Task<SignInAnswer> TryAsync(HttpContext http, Guid person, string pin)
    {
        ArgumentNullException.ThrowIfNull(pin);
        DoorBook.Name(http, people.Find(person)?.Number);
        if (devices.Of(http) is not { } device)
        {
            return new SignInAnswer.NoMatch();
        }

        if (tries.Begin(device.Id, person) is { } shut)
        {
            return new SignInAnswer.Shut(shut);
        }

        if (!await accounts.CheckPinAsync(person, pin) || !MayBe(person))
        {
            return tries.ShutUntil(device.Id, person) is { } until ? new SignInAnswer.Shut(until) : new SignInAnswer.NoMatch();
        }

        var answer = await desk.SendAsync(new SwitchPerson(Actor.Person(people.Find(person)!.Number, "pin"), http.User.Caller().Rep, device.Id), http.RequestAborted);
        if (answer.Unavailable is { } why)
        {
            return new SignInAnswer.Unavailable(why);
        }

        await sessions.EndAsync(http);
        if (!answer.IsDone || !await sessions.BeginAsync(http, person, device.Id))
        {
            return new SignInAnswer.NoMatch();
        }

        tries.Clear(device.Id, person);
        await devices.UseAsync(device.Id);
        return new SignInAnswer.Welcome();
    }

    private bool MayBe(Guid person) => standing.Of(person) is { } rep && SwitchPerson.SwitchesByPin(rep.Terms);
}
