using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Words;

/// <summary>The personal part of a lead as of a number of the log: the person (null when erased) and typed texts by their event's number.</summary>
public sealed record PersonalOfLead(long AsOf, LeadPerson? Person, ImmutableDictionary<long, string> Notes);
