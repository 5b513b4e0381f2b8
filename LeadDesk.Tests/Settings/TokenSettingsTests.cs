using Bunit;
using LeadDesk.App.Settings;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Settings;

/// <summary>The keys for programs on the settings page.</summary>
public sealed class TokenSettingsTests : Stage
{
    [Fact]
    public void Where_no_key_is_made_it_says_why_and_has_no_button_for_it()
    {
        var keys = Render<TokenSettings>(p => p.Add(t => t.Anchor, "tokens").Add(t => t.Title, "My keys"));
        Assert.Single(keys.FindAll("button"));

        keys.Render(p => p.Add(t => t.NotHere, "Sign in with your password."));

        Assert.Empty(keys.FindAll("button, input"));
        Assert.Equal("Sign in with your password.", keys.Find("[data-not-here]").TextContent);
    }
}
