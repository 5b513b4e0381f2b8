using System.Data.Common;
using System.Globalization;
using LeadDesk.App.Store;

namespace LeadDesk.App.Desk;

/// <summary>`verify --store sqlite:PATH`: walks the chain of a store and makes every decision anew, beside a running desk or without one. 0 = all is as it was written, 1 = it is not, 2 = it cannot be read.</summary>
internal static class VerifyCommand
{
    private const string DefaultStore = "sqlite:App_Data/leaddesk.db";

    public static int Run(string[] args, TextWriter say)
    {
        var option = args switch
        {
            [] => DefaultStore,
            ["--store", var given] => given,
            [var one] when one.StartsWith("--store=", StringComparison.Ordinal) => one["--store=".Length..],
            _ => null,
        };
        if (option is null)
        {
            say.WriteLine("Use: verify --store sqlite:PATH");
            return 2;
        }

        var store = StoreAddress.Parse(option);
        if (store.Trouble is { } trouble || !File.Exists(store.Value!.File))
        {
            say.WriteLine($"--store: {store.Trouble ?? $"there is no file {store.Value!.File}"}");
            return 2;
        }

        try
        {
            return Run(store.Value, say);
        }
        catch (DbException unreadable)
        {
            say.WriteLine($"The store cannot be read: {unreadable.Message}");
            return 2;
        }
    }

    private static int Run(StoreAddress store, TextWriter say)
    {
        var chain = ChainWalk.Run(store);
        if (chain.First is { } broken)
        {
            say.WriteLine($"chain: broken at event {Number(broken.Seq)}. {broken.Detail}");
            return 1;
        }

        say.WriteLine($"chain: intact, {Number(chain.Rows)} events, {Number(chain.Anchors)} heads compared, head {Number(chain.Head.Seq)} {chain.Head.Hash}");
        using var log = new EventLog(store, new WriteTurn());
        var count = Recount.Of(log);
        say.WriteLine($"{Number(count.Same)} of {Number(count.Decisions)} decisions recompute to the same winner");
        if (count.Erased > 0)
        {
            say.WriteLine($"{Number(count.Erased)} decisions are about leads whose text was erased and cannot be made anew");
        }

        if (count.First is { } first)
        {
            say.WriteLine($"the first that does not is event {Number(first)}");
        }

        return count.Ok ? 0 : 1;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
