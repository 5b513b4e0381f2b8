using System.Globalization;
using System.Net.Http.Json;

namespace LeadDesk.Bench.Circuits;

/// <summary>The app on the floor of <see cref="ScreensFloor"/>: leads for its board, and the people who open pages.</summary>
internal static class Screens
{
    public static Task<AppProcess> StartAsync(WorkFolder folder, string name)
    {
        var floor = folder.File($"{name}.json");
        ScreensFloor.Write(floor);
        return AppProcess.StartAsync(folder.File($"{name}.db"), floor);
    }

    public static async Task FillAsync(AppProcess app, int rows, string region = "North")
    {
        using var source = app.Client(ScreensFloor.SourceToken);
        for (var i = 0; i < rows; i++)
        {
            using var answer = await source.PostAsJsonAsync("/api/v1/leads", new { name = $"Customer {i}", email = string.Create(CultureInfo.InvariantCulture, $"customer{i}@{region}.example.test"), product = $"Ring {i}", region, value = 1000 + i });
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>A file with a cookie header for each person, by the form that people use.</summary>
    public static async Task<string> SignInAsync(AppProcess app, WorkFolder folder)
    {
        var cookies = new List<string>();
        foreach (var email in ScreensFloor.People)
        {
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { BaseAddress = app.Address };
            var page = await client.GetStringAsync("/sign-in");
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Between(page, "name=\"__RequestVerificationToken\" value=\"", "\""),
                ["email"] = email,
                ["password"] = ScreensFloor.Password,
            });
            using var answer = await client.PostAsync("/sign-in", form);
            if ((int)answer.StatusCode is < 300 or >= 400)
            {
                throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}");
            }

            cookies.Add(handler.CookieContainer.GetCookieHeader(app.Address));
        }

        var file = folder.File("cookies.txt");
        await File.WriteAllLinesAsync(file, cookies);
        return file;
    }

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[from..text.IndexOf(after, from, StringComparison.Ordinal)];
    }
}
