package nn.core.data;

/**
 * A column that is no feature.
 *
 * @param column its name
 * @param reason why, as the rest of a sentence that begins with the column
 */
public record LeftOut(String column, String reason) {}
