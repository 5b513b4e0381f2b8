using System.Security.Cryptography;

namespace LeadDesk.App.Account;

/// <summary>A first password, easy to read out: nothing in it is taken for something else.</summary>
public static class StartPassword
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Groups = 3;
    private const int Length = 5;

    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, Length)));
}
