using System.Xml;
using System.Xml.Linq;
using LeadDesk.App.Store.Rows;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Keeps the keys of cookies and form tokens in the store, so that people stay signed in over a restart and on every node.</summary>
public sealed class DataProtectionKeys(IDbContextFactory<LeadDeskContext> contexts, WriteTurn turn) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Keys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var mine = turn.Take();
        using var db = contexts.CreateDbContext();
        db.Keys.Add(new KeyRow { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }

    private static XElement Parse(string xml)
    {
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }
}
