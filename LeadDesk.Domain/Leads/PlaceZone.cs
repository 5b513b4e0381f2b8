using System.Collections.Frozen;

namespace LeadDesk.Domain.Leads;

/// <summary>
/// Where the clock of a country and region stands, or of the country code of a phone. Countries with more than one zone need a known region;
/// what is not certain is not claimed. Zones are those of the tz database.
/// </summary>
public static class PlaceZone
{
    private static readonly FrozenDictionary<string, string> ByCountry = Read("""
        AT,AUT,AUSTRIA,OESTERREICH,43=Europe/Vienna;BE,BEL,BELGIUM,32=Europe/Brussels;BG,BULGARIA,359=Europe/Sofia;CH,CHE,SWITZERLAND,SCHWEIZ,41=Europe/Zurich
        CZ,CZE,CZECHIA,420=Europe/Prague;DE,DEU,GERMANY,DEUTSCHLAND,49=Europe/Berlin;DK,DNK,DENMARK,45=Europe/Copenhagen;EE,ESTONIA,372=Europe/Tallinn
        FI,FIN,FINLAND,358=Europe/Helsinki;FR,FRA,FRANCE,33=Europe/Paris;GB,UK,GBR,UNITED KINGDOM,ENGLAND,SCOTLAND,WALES,44=Europe/London;GR,GREECE,30=Europe/Athens
        HR,CROATIA,385=Europe/Zagreb;HU,HUNGARY,36=Europe/Budapest;IE,IRL,IRELAND,353=Europe/Dublin;IT,ITA,ITALY,39=Europe/Rome;LT,LITHUANIA,370=Europe/Vilnius
        LU,LUXEMBOURG,352=Europe/Luxembourg;LV,LATVIA,371=Europe/Riga;NL,NLD,NETHERLANDS,31=Europe/Amsterdam;NO,NOR,NORWAY,47=Europe/Oslo;PL,POL,POLAND,48=Europe/Warsaw
        RO,ROMANIA,40=Europe/Bucharest;RS,SERBIA,381=Europe/Belgrade;SE,SWE,SWEDEN,46=Europe/Stockholm;SI,SLOVENIA,386=Europe/Ljubljana;SK,SLOVAKIA,421=Europe/Bratislava
        TR,TURKEY,90=Europe/Istanbul;UA,UKRAINE,380=Europe/Kyiv;IL,ISRAEL,972=Asia/Jerusalem;AE,UNITED ARAB EMIRATES,971=Asia/Dubai;SA,SAUDI ARABIA,966=Asia/Riyadh
        IN,IND,INDIA,91=Asia/Kolkata;CN,CHN,CHINA,86=Asia/Shanghai;HK,HONG KONG,852=Asia/Hong_Kong;JP,JPN,JAPAN,81=Asia/Tokyo;KR,SOUTH KOREA,82=Asia/Seoul
        SG,SINGAPORE,65=Asia/Singapore;TH,THAILAND,66=Asia/Bangkok;PH,PHILIPPINES,63=Asia/Manila;TW,TAIWAN,886=Asia/Taipei;NZ,NEW ZEALAND,64=Pacific/Auckland
        ZA,SOUTH AFRICA,27=Africa/Johannesburg;EG,EGYPT,20=Africa/Cairo;NG,NIGERIA,234=Africa/Lagos;KE,KENYA,254=Africa/Nairobi;MA,MOROCCO,212=Africa/Casablanca
        AR,ARGENTINA,54=America/Argentina/Buenos_Aires;CO,COLOMBIA,57=America/Bogota;PE,PERU,51=America/Lima
        """);

    private static readonly FrozenDictionary<string, string> ByRegion = Read("""
        WA,WASHINGTON,SEATTLE,BELLEVUE,TACOMA,OR,OREGON,PORTLAND,CA,CALIFORNIA,LOS ANGELES,SAN FRANCISCO,SAN DIEGO,NV,NEVADA,LAS VEGAS=America/Los_Angeles
        CO,COLORADO,DENVER,UT,UTAH,MT,MONTANA,WY,WYOMING,NM,NEW MEXICO=America/Denver;AZ,ARIZONA,PHOENIX=America/Phoenix
        TX,TEXAS,DALLAS,HOUSTON,AUSTIN,IL,ILLINOIS,CHICAGO,MN,MINNESOTA,WI,WISCONSIN,IA,IOWA,MO,MISSOURI,LA,LOUISIANA,OK,OKLAHOMA,AR,ARKANSAS,MS,MISSISSIPPI,AL,ALABAMA=America/Chicago
        NY,NEW YORK,NJ,NEW JERSEY,PA,PENNSYLVANIA,MA,MASSACHUSETTS,BOSTON,CT,CONNECTICUT,RI,NH,VT,ME,MAINE,MD,MARYLAND,VA,VIRGINIA,DC,NC,NORTH CAROLINA,SC,SOUTH CAROLINA,GA,GEORGIA,ATLANTA,OH,OHIO,MIAMI=America/New_York
        AK,ALASKA=America/Anchorage;HI,HAWAII=Pacific/Honolulu
        ON,ONTARIO,TORONTO,QC,QUEBEC,MONTREAL=America/Toronto;BC,BRITISH COLUMBIA,VANCOUVER=America/Vancouver;AB,ALBERTA,CALGARY=America/Edmonton
        """);

    /// <summary>Apart, because some of them are called like states elsewhere.</summary>
    private static readonly FrozenDictionary<string, string> ByAustralianRegion = Read("""
        NSW,NEW SOUTH WALES,SYDNEY,ACT,CANBERRA=Australia/Sydney;VIC,VICTORIA,MELBOURNE=Australia/Melbourne;QLD,QUEENSLAND,BRISBANE=Australia/Brisbane
        WA,WESTERN AUSTRALIA,PERTH=Australia/Perth;SA,SOUTH AUSTRALIA,ADELAIDE=Australia/Adelaide;NT,NORTHERN TERRITORY,DARWIN=Australia/Darwin;TAS,TASMANIA,HOBART=Australia/Hobart
        """);

    /// <summary>The zone; null where it cannot be known.</summary>
    public static TimeZoneInfo? Of(string? country, string? region, string? phone = null)
    {
        var zone = country is not null ? ByCountry.GetValueOrDefault(Key(country)) ?? InMany(country, region) : null;
        zone ??= country is null ? ByPhone(phone, region) : null;
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
    }

    private static string? InMany(string country, string? region) =>
        region is null ? null : Key(country) switch
        {
            "US" or "USA" or "UNITED STATES" or "CA" or "CANADA" => ByRegion.GetValueOrDefault(Key(region)),
            "AU" or "AUSTRALIA" => ByAustralianRegion.GetValueOrDefault(Key(region)),
            _ => null,
        };

    private static string? ByPhone(string? phone, string? region)
    {
        var digits = phone?.TrimStart().StartsWith('+') == true ? new string([.. phone.Where(char.IsAsciiDigit)]) : "";
        if (digits.StartsWith('1') || digits.StartsWith("61", StringComparison.Ordinal))
        {
            return region is null ? null : (digits[0] == '1' ? ByRegion : ByAustralianRegion).GetValueOrDefault(Key(region));
        }

        for (var length = Math.Min(3, digits.Length); length >= 2; length--)
        {
            if (ByCountry.TryGetValue(digits[..length], out var zone))
            {
                return zone;
            }
        }

        return null;
    }

    private static string Key(string text) => text.Trim().ToUpperInvariant();

    /// <summary>"name,name=zone;…" as a table.</summary>
    private static FrozenDictionary<string, string> Read(string table) => table
        .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(l => l.Split('='))
        .SelectMany(l => l[0].Split(',').Select(name => (name, zone: l[1])))
        .ToFrozenDictionary(l => l.name, l => l.zone, StringComparer.Ordinal);
}
