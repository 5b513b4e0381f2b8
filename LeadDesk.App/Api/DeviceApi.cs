using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;

namespace LeadDesk.App.Api;

/// <summary>Shared devices on which people switch by PIN, and a person's own PIN.</summary>
internal static class DeviceApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var devices = api.MapGroup("/devices").RequireAuthorization(Policies.Managers);
        devices.MapGet("", static (Devices devices) => Results.Json(new { items = devices.All, next = (string?)null }, Json.Options)).WithName("Devices");
        devices.MapPost("", ApproveAsync).WithName("ApproveDevice").Accepts<Shapes.DeviceBody>("application/json");
        devices.MapDelete("/{id:guid}", RevokeAsync).WithName("RevokeDevice");
        api.MapPut("/me/pin", PinAsync).RequireAuthorization(Policies.Person).WithName("SetPin").Accepts<Shapes.PinBody>("application/json");
    }

    /// <summary>Answers the device's key once; it belongs into the cookie leaddesk-device (over https __Host-leaddesk-device) of that device.</summary>
    private static async Task<IResult> ApproveAsync(HttpContext http, Calls calls, Devices devices, DeskLoop desk)
    {
        var (fields, wrong) = await ReadAsync(http);
        if (fields is null)
        {
            return wrong!;
        }

        var name = fields.Text("name", Devices.LongestName, required: true);
        fields.RefuseUnknown();
        if (fields.Errors.Any)
        {
            return Problems.Fields(http, fields.Errors.ByField);
        }

        var id = Guid.NewGuid();
        var answer = await desk.SendAsync(new ApproveDevice(Calls.ActorOf(http), id, Approved: true), http.RequestAborted);
        if (!answer.IsDone)
        {
            return calls.Tell(http, answer, static _ => Results.NoContent());
        }

        var key = await devices.ApproveAsync(id, name!.Trim(), http.User.Account()!.Value);
        return Results.Json(new { id, name = name.Trim(), key }, Json.Options, statusCode: 201);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext http, Calls calls, Devices devices, DeskLoop desk)
    {
        if (!await devices.RevokeAsync(id))
        {
            return Problems.Of(http, 404, "unknown", "There is no such device.");
        }

        return calls.Tell(http, await desk.SendAsync(new ApproveDevice(Calls.ActorOf(http), id, Approved: false), http.RequestAborted), static _ => Results.NoContent());
    }

    private static async Task<IResult> PinAsync(HttpContext http, SecretChange change, TimeProvider time)
    {
        var (fields, wrong) = await ReadAsync(http);
        if (fields is null)
        {
            return wrong!;
        }

        var (password, pin) = (fields.Text("password", 128, required: true), fields.Text("pin", 6, required: true));
        fields.RefuseUnknown();
        if (fields.Errors.Any)
        {
            return Problems.Fields(http, fields.Errors.ByField);
        }

        switch (await change.PinAsync(http, password!, pin!))
        {
            case SecretAnswer.Saved:
                return Results.NoContent();
            case SecretAnswer.Weak:
                return Problems.Field(http, "pin", "A PIN of 4 to 6 digits is expected, not all the same and not in a row.");
            case SecretAnswer.Shut(var until):
                http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(Math.Min(86_400, (until - time.GetUtcNow()).TotalSeconds))).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Problems.Of(http, 429, "too-many-tries", "Too many tries with this password. Try again later.");
            default:
                return Problems.Field(http, "password", "This is not your password.");
        }
    }

    private static async Task<(Fields? Fields, IResult? Wrong)> ReadAsync(HttpContext http)
    {
        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        return body.Problem is { } problem
            ? (null, Problems.Of(http, problem.Status, problem.Code, problem.Detail))
            : (Fields.Over(body.Json!.Value, new FieldErrors()), null);
    }
}
