using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Shell;

/// <summary>The events of our own that markup may handle; wwwroot-assets/js/events.js raises them.</summary>
[EventHandler("onpick", typeof(PickEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onchosen", typeof(ChosenEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("ondropped", typeof(DropEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
