namespace LeadDesk.App.Account;

/// <summary>The one-click sign-ins of the demo shop; there are none unless it is the demo.</summary>
public sealed class DemoSignIns(StartOptions options)
{
    private IReadOnlyList<DemoSignIn> offered = [];

    public bool IsDemo { get; } = options.Demo;

    public IReadOnlyList<DemoSignIn> All => IsDemo ? offered : [];

    public void Offer(IReadOnlyList<DemoSignIn> signIns) => Volatile.Write(ref offered, signIns);

    public bool Offers(Guid account) => All.Any(s => s.Account == account);
}
