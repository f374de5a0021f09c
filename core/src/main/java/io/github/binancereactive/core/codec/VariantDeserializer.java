/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/** Reads a member of a sealed family: in one pass when the field that tells them apart comes first, as it does. */
final class VariantDeserializer extends ValueDeserializer<Object> {

    private final Variants variants;
    private final RecordShape unknown;
    private final Canon canon;
    private final UnknownFieldListener listener;
    private final Map<String, ValueDeserializer<?>> readers = new HashMap<>(); // filled by resolve(), then only read

    VariantDeserializer(Variants variants, Canon canon, UnknownFieldListener listener) {
        this.variants = variants;
        this.unknown = new RecordShape(variants.unknown());
        this.canon = canon;
        this.listener = listener;
    }

    @Override
    public void resolve(DeserializationContext context) {
        variants.byTag()
                .forEach((tag, type) ->
                        readers.put(tag, context.findContextualValueDeserializer(context.constructType(type), null)));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw new DecodingException("expected an object", null);
        }
        if (!variants.tag().equals(parser.nextName())) {
            return deserializeLateTag(parser, context);
        }
        parser.nextToken();
        String tag = tag(parser);
        parser.nextToken();
        return rest(tag, parser, context);
    }

    private Object deserializeLateTag(JsonParser parser, DeserializationContext context) {
        String tag = null;
        TokenBuffer others = context.bufferForInputBuffering(parser);
        others.writeStartObject();
        for (String name = parser.currentName(); parser.hasToken(JsonToken.PROPERTY_NAME); name = parser.nextName()) {
            parser.nextToken();
            if (name.equals(variants.tag())) {
                tag = tag(parser);
            } else {
                others.writeName(name);
                others.copyCurrentStructure(parser);
            }
        }
        others.writeEndObject();
        if (tag == null) {
            throw new DecodingException("'" + variants.tag() + "' is missing", null);
        }
        try (JsonParser again = others.asParser(context)) {
            again.nextToken();
            again.nextToken();
            return rest(tag, again, context);
        }
    }

    private String tag(JsonParser parser) {
        String tag = Scalars.text(parser, canon);
        if (tag == null) {
            throw new DecodingException("expected a text", null);
        }
        return tag;
    }

    private Object rest(String tag, JsonParser parser, DeserializationContext context) {
        ValueDeserializer<?> reader = readers.get(tag);
        if (reader != null) {
            return canon.value(reader.deserialize(parser, context));
        }
        listener.unknown(variants.family().getSimpleName(), tag);
        @Nullable Object[] values = {tag, Untyped.fields(parser)};
        return unknown.create(values);
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
