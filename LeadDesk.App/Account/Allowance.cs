namespace LeadDesk.App.Account;

/// <summary>What was taken under one key in each of the last sixty slots of a stretch of time.</summary>
internal sealed class Allowance
{
    public const int Slots = 60;

    private readonly Lock turn = new();
    private readonly int[] taken = new int[Slots];
    private long last;
    private int sum;

    /// <summary>The slot in which it was last asked.</summary>
    public long Last
    {
        get
        {
            lock (turn)
            {
                return last;
            }
        }
    }

    /// <summary>Takes one of so many and answers 0; or in how many slots one comes free.</summary>
    public long Take(long slot, int most)
    {
        lock (turn)
        {
            MoveTo(slot);
            if (sum < most)
            {
                taken[last % Slots]++;
                sum++;
                return 0;
            }

            var ahead = 0;
            for (var left = sum; left >= most && ahead < Slots;)
            {
                ahead++;
                left -= taken[(last + ahead) % Slots];
            }

            return ahead;
        }
    }

    /// <summary>The latest one taken does not count after all.</summary>
    public void GiveBack()
    {
        lock (turn)
        {
            for (var back = 0; back < Slots; back++)
            {
                ref var slot = ref taken[(last + Slots - back) % Slots];
                if (slot > 0)
                {
                    slot--;
                    sum--;
                    return;
                }
            }
        }
    }

    private void MoveTo(long slot)
    {
        for (var next = Math.Max(last, slot - Slots) + 1; next <= slot; next++)
        {
            ref var old = ref taken[next % Slots];
            sum -= old;
            old = 0;
        }

        last = Math.Max(last, slot);
    }
}
