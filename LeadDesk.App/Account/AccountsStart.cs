namespace LeadDesk.App.Account;

/// <summary>Reads people, tokens and ended sessions into memory before the first request.</summary>
public sealed class AccountsStart(PeopleDirectory people, Tokens tokens, EndedSessions ended) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await people.LoadAsync(cancellationToken);
        await tokens.LoadAsync(cancellationToken);
        await ended.LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
