using System.Security.Cryptography;
using System.Text;

namespace LeadDesk.App.Desk;

/// <summary>The secret with which contacts are hashed, so that the store can recognise an address without keeping it.</summary>
public sealed class ContactKey(byte[] key)
{
    public byte[] Hash(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
