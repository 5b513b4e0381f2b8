using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadDesk.Domain;

namespace LeadDesk.App.Store.Codec;

/// <summary>An equatable array as a plain one.</summary>
internal sealed class EquatableArrayJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]))!;

    /// <summary>Item by item through the item's own converter: a receipt names everybody who could have had the lead.</summary>
    private sealed class Of<T> : JsonConverter<EquatableArray<T>>
    {
        public override EquatableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("A list is expected.");
            }

            var one = (JsonConverter<T>)options.GetConverter(typeof(T));
            var items = ImmutableArray.CreateBuilder<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(one.Read(ref reader, typeof(T), options)!);
            }

            return new(items.DrainToImmutable());
        }

        public override void Write(Utf8JsonWriter writer, EquatableArray<T> value, JsonSerializerOptions options)
        {
            var one = (JsonConverter<T>)options.GetConverter(typeof(T));
            writer.WriteStartArray();
            foreach (var item in value.Items)
            {
                one.Write(writer, item, options);
            }

            writer.WriteEndArray();
        }
    }
}
