package nn.demo.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * The numbers of a picture as a table, for who cannot see it or wants to know exactly.
 *
 * @param head names of the columns, with units
 * @param rows as many cells each
 */
record Sheet(ImmutableList<String> head, ImmutableList<ImmutableList<String>> rows) {
  /** A table without rows. */
  static Sheet of(String... head) {
    return new Sheet(ImmutableList.copyOf(head), ImmutableList.of());
  }

  /** The same with one more row below the others. */
  Sheet row(String... cells) {
    checkArgument(cells.length == head.size(), "%s cells for %s", cells.length, head);
    return new Sheet(
        head,
        ImmutableList.<ImmutableList<String>>builder()
            .addAll(rows)
            .add(ImmutableList.copyOf(cells))
            .build());
  }
}
