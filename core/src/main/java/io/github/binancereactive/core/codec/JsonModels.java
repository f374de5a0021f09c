/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.CollectionType;

/** Tells databind how each kind of type is read, so that no record needs an annotation or code of its own. */
final class JsonModels extends Deserializers.Base {

    private final Canon canon;
    private final UnknownFieldListener listener;
    private final Map<Class<?>, ValueDeserializer<?>> scalars;

    JsonModels(Canon canon, UnknownFieldListener listener) {
        this.canon = canon;
        this.listener = listener;
        this.scalars = Scalars.readers(canon);
    }

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        Class<?> raw = type.getRawClass();
        if (raw.isRecord()) {
            Positional positional = Positional.of(raw);
            return positional != null
                    ? new PositionalDeserializer(positional, listener)
                    : new RecordDeserializer(new RecordShape(raw), listener);
        }
        Shapes shapes = Shapes.ofFamily(raw);
        if (shapes != null) {
            return new ShapesDeserializer(shapes, listener);
        }
        Variants variants = Variants.ofFamily(raw);
        return variants != null ? new VariantDeserializer(variants, canon, listener) : scalars.get(raw);
    }

    @Override
    public ValueDeserializer<?> findEnumDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return new Constants(type.getRawClass(), canon, listener);
    }

    @Override
    public @Nullable ValueDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription.Supplier description,
            @Nullable TypeDeserializer elementTypeReader,
            @Nullable ValueDeserializer<?> elementReader) {
        return type.hasRawClass(List.class) ? new ListDeserializer(type.getContentType(), canon) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return type.isRecord()
                || type.isEnum()
                || scalars.containsKey(type)
                || Variants.ofFamily(type) != null
                || Shapes.ofFamily(type) != null;
    }
}
