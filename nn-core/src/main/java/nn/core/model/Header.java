package nn.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.LongMath;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The JSON in front of the numbers: metadata, and where each tensor lies.
 *
 * @param metadata text by key, in the file's order
 * @param entries place of each tensor by its name, in the file's order
 */
record Header(ImmutableMap<String, String> metadata, ImmutableMap<String, Entry> entries) {
  static final String METADATA = "__metadata__";

  /** One tensor: its numbers are bytes {@code begin} to {@code end} (exclusive) of the data. */
  record Entry(DataType type, ImmutableIntArray shape, long begin, long end) {
    int size() {
      return Math.toIntExact((end - begin) / type.bytes);
    }
  }

  /** Largest array that every Java runtime can make. */
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

  /** Tensors one after the other, in the given order. */
  static Header of(Safetensors content) {
    ImmutableMap.Builder<String, Entry> entries = ImmutableMap.builder();
    long at = 0;
    for (Map.Entry<String, Tensor> named : content.tensors().entrySet()) {
      Tensor tensor = named.getValue();
      DataType type = DataType.of(tensor);
      long end = at + (long) tensor.size() * type.bytes;
      entries.put(named.getKey(), new Entry(type, tensor.shape(), at, end));
      at = end;
    }
    return new Header(content.metadata(), entries.buildOrThrow());
  }

  /** UTF-8 JSON, padded with spaces to a multiple of eight bytes. */
  byte[] bytes() throws JsonProcessingException {
    JsonMapper mapper = mapper();
    ObjectNode root = mapper.createObjectNode();
    if (!metadata.isEmpty()) {
      metadata.forEach(root.putObject(METADATA)::put);
    }
    entries.forEach((name, entry) -> describe(entry, root.putObject(name)));
    byte[] json = mapper.writeValueAsBytes(root);
    return padded(json);
  }

  private static void describe(Entry entry, ObjectNode node) {
    node.put("dtype", entry.type.name());
    entry.shape.forEach(node.putArray("shape")::add);
    node.putArray("data_offsets").add(entry.begin).add(entry.end);
  }

  private static byte[] padded(byte[] json) {
    ByteBuffer padded = ByteBuffer.allocate((json.length + 7) / 8 * 8).put(json);
    while (padded.hasRemaining()) {
      padded.put((byte) ' ');
    }
    return padded.array();
  }

  /** Reads a header in front of {@code dataLength} bytes of numbers and checks every place. */
  static Header parse(ByteBuffer bytes, long dataLength) throws Damage {
    JsonNode root = json(bytes);
    if (!root.isObject()) {
      throw new Damage("its header is not a JSON object");
    }
    ImmutableMap.Builder<String, Entry> entries = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.put(field.getKey(), entry(Damage.quoted(field.getKey()), field.getValue()));
      }
    }
    Header header = new Header(texts(root.path(METADATA)), entries.buildOrThrow());
    header.checkPlaces(dataLength);
    return header;
  }

  private static JsonNode json(ByteBuffer bytes) throws Damage {
    try {
      return mapper().readTree(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw new Damage("its header is not UTF-8 text");
    } catch (JsonProcessingException e) {
      throw new Damage("its header is not JSON (%s)", Damage.quoted(e.getOriginalMessage()));
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static ImmutableMap<String, String> texts(JsonNode metadata) throws Damage {
    if (!metadata.isMissingNode() && !metadata.isObject()) {
      throw new Damage("its %s is not a JSON object", METADATA);
    }
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> field : metadata.properties()) {
      if (!field.getValue().isTextual()) {
        throw new Damage("its metadata %s is not text", Damage.quoted(field.getKey()));
      }
      texts.put(field.getKey(), field.getValue().textValue());
    }
    return texts.buildOrThrow();
  }

  private static Entry entry(String name, JsonNode node) throws Damage {
    DataType type = type(name, node.path("dtype"));
    ImmutableIntArray shape = shape(name, node.path("shape"));
    JsonNode offsets = node.path("data_offsets");
    long begin = natural(offsets.path(0));
    long end = natural(offsets.path(1));
    if (offsets.size() != 2 || begin < 0 || end < begin) {
      throw new Damage("tensor %s has no data_offsets of the form [begin, end]", name);
    }
    long size = shape.stream().asLongStream().reduce(1, LongMath::saturatedMultiply);
    if (LongMath.saturatedMultiply(size, type.bytes) != end - begin) {
      throw new Damage(
          "tensor %s has %s bytes for %s numbers of %s", name, end - begin, size, type);
    }
    if (size > MOST_NUMBERS) {
      throw new Damage("tensor %s has %s numbers, at most %s fit", name, size, MOST_NUMBERS);
    }
    return new Entry(type, shape, begin, end);
  }

  private static DataType type(String name, JsonNode node) throws Damage {
    for (DataType type : DataType.values()) {
      if (type.name().equals(node.textValue())) {
        return type;
      }
    }
    String found = node.isTextual() ? Damage.quoted(node.textValue()) : "missing";
    throw new Damage("the dtype of tensor %s is %s instead of F32 or F64", name, found);
  }

  private static ImmutableIntArray shape(String name, JsonNode node) throws Damage {
    ImmutableIntArray.Builder shape = ImmutableIntArray.builder();
    for (JsonNode axis : node) {
      long length = natural(axis);
      if (length < 0 || length > Integer.MAX_VALUE) {
        throw new Damage("the shape of tensor %s is not a list of lengths", name);
      }
      shape.add((int) length);
    }
    if (!node.isArray()) {
      throw new Damage("tensor %s has no shape", name);
    }
    return shape.build();
  }

  /** The whole number 0 or more of a node; -1 if it is anything else. */
  private static long natural(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() ? Math.max(-1, node.longValue()) : -1;
  }

  /** Tensors must follow one another without gap or overlap and fill the data. */
  private void checkPlaces(long dataLength) throws Damage {
    List<Entry> inOrder =
        entries.values().stream()
            .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
            .toList();
    long at = 0;
    for (Entry entry : inOrder) {
      if (entry.begin != at) {
        throw new Damage(
            "tensors overlap or leave a gap: one begins at byte %s, %s expected", entry.begin, at);
      }
      at = entry.end;
    }
    if (at != dataLength) {
      throw new Damage("its tensors take %s bytes, but %s follow the header", at, dataLength);
    }
  }
}
