using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LeadDesk.App.Live;

/// <summary>The line between one circuit and its browser: up, or lost for now.</summary>
public sealed class CircuitLine : CircuitHandler
{
    /// <summary>Told on the circuit's own thread.</summary>
#pragma warning disable MA0046 // nobody asks who sends it
    public event Action<bool>? Changed;
#pragma warning restore MA0046

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Changed?.Invoke(true);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Changed?.Invoke(false);
        return Task.CompletedTask;
    }
}
