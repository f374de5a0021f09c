/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of the REST and WebSocket APIs. Unknown fields are skipped, unknown enum values become {@code UNKNOWN}, decimal
 * numbers keep the digits and the scale they are written with, times may be in milliseconds or microseconds. Create one
 * and share it: it remembers values that recur.
 */
public final class JsonCodec implements Codec {

    private final UnknownFieldListener listener;
    private final Canon canon;
    private final JsonMapper mapper;

    /** By record class and list: as many as there are types of answers. */
    private final Map<Answer, ObjectReader> readers = new ConcurrentHashMap<>();

    private JsonCodec(UnknownFieldListener listener, Canon canon) {
        this.listener = listener;
        this.canon = canon;
        this.mapper = mapper(new JsonModels(canon, listener));
        // Now, while nobody waits: Jackson makes deserializers under a lock, and event loops must not queue up for it.
        Catalogue.endpoints().forEach(endpoint -> {
            prepare(endpoint.result());
            ResultType<?> detail = endpoint.errorDetail();
            if (detail != null) {
                prepare(detail);
            }
        });
        Catalogue.otherAnswers().forEach(this::prepare);
        JsonUserData.prepare(this);
    }

    private void prepare(ResultType<?> type) {
        if (!type.isNothing()) {
            reader(type);
            ResultType<?> element = SplittingDecoder.element(type);
            if (element != null) {
                reader(element);
            }
        }
    }

    /**
     * A codec that ignores what it doesn't know.
     *
     * @return a new codec
     */
    public static JsonCodec create() {
        return new JsonCodec(UnknownFieldListener.IGNORE, new Canon());
    }

    /**
     * This codec, telling somebody about what it doesn't know.
     *
     * @param to hears of each occurrence
     * @return a new codec
     */
    public JsonCodec withUnknownFields(UnknownFieldListener to) {
        return new JsonCodec(Objects.requireNonNull(to, "to"), canon);
    }

    /**
     * The frames of the WebSocket API in JSON, their results read by this codec.
     *
     * @return a codec for frames
     */
    public EnvelopeCodec envelopes() {
        return new JsonEnvelopes(this);
    }

    @Override
    @SuppressWarnings("unchecked") // the reader was made for this type
    public <R> @Nullable R decode(ResultType<R> type, byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        try (JsonParser parser = mapper.createParser(source, offset, length)) {
            return (R) JsonDecoding.whole(this, parser, type);
        }
    }

    @Override
    public <R> ChunkedDecoder<R> chunked(ResultType<R> type) {
        return SplittingDecoder.of(this, type);
    }

    @Override
    public <E> ElementDecoder elements(ResultType<List<E>> type, Consumer<? super E> target) {
        return JsonElements.ofList(this, type, target);
    }

    @Override
    public @Nullable ErrorBody decodeError(byte[] source, int offset, int length, @Nullable ResultType<?> detail) {
        Objects.checkFromIndexSize(offset, length, source.length);
        return JsonErrors.decode(source, offset, length, this, detail);
    }

    @Override
    public byte[] encode(Object value) {
        try (ByteArrayBuilder target = new ByteArrayBuilder()) {
            try (JsonGenerator generator = mapper.createGenerator(target)) {
                JsonEncoder.write(value, generator);
            }
            return target.toByteArray();
        }
    }

    UnknownFieldListener listener() {
        return listener;
    }

    /**
     * Decodes the value that begins at the offset and says where it ends; what follows is left alone.
     *
     * @return the offset behind the value
     */
    int decodePrefix(ResultType<?> type, byte[] source, int offset, int length, InboundFrame target) {
        try (JsonParser parser = mapper.createParser(source, offset, length)) {
            target.result(JsonDecoding.value(this, parser, type));
            return offset + (int) parser.currentLocation().getByteOffset();
        }
    }

    /** The same without a frame, for what an error carries. */
    Prefix decodePrefix(ResultType<?> type, byte[] source, int offset, int length) {
        try (JsonParser parser = mapper.createParser(source, offset, length)) {
            Object value = JsonDecoding.value(this, parser, type);
            return new Prefix(value, offset + (int) parser.currentLocation().getByteOffset());
        }
    }

    /**
     * A value and where it ends.
     *
     * @param value the value
     * @param end the offset behind it
     */
    record Prefix(@Nullable Object value, int end) {}

    ObjectReader reader(ResultType<?> type) {
        return readers.computeIfAbsent(new Answer(type.element(), type.isList()), this::newReader);
    }

    private ObjectReader newReader(Answer answer) {
        JavaType element = mapper.constructType(answer.element);
        return mapper.readerFor(
                answer.list ? mapper.getTypeFactory().constructCollectionType(List.class, element) : element);
    }

    private static JsonMapper mapper(JsonModels models) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(JsonReader.MAX_DEPTH)
                        .build())
                .build();
        SimpleModule module = new SimpleModule("models") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                context.addDeserializers(models);
            }
        };
        return JsonMapper.builder(factory)
                .disable(
                        DeserializationFeature
                                .FAIL_ON_TRAILING_TOKENS) // in a frame, more follows; else JsonDecoding looks
                .addModule(module)
                .build();
    }

    private record Answer(Class<?> element, boolean list) {}
}
