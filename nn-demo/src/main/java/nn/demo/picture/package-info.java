/**
 * What the story's numbers look like: SVG, PNG and one page. Start with {@link
 * nn.demo.picture.Gallery}; each picture is a {@link nn.demo.picture.Drawing}, which {@link
 * nn.demo.picture.Svg} and {@link nn.demo.picture.Png} turn into files.
 *
 * <p>Charts are drawn here too. XChart was tried: its SVG has fixed colours, so that a page cannot
 * be light by day and dark by night; letters as outlines, which no screen reader reads; a layout
 * from the fonts of the machine, so that no two write the same file; and nothing at all where there
 * are no fonts. Its SVG comes from a library under the LGPL without a module name.
 */
@NullMarked
package nn.demo.picture;

import org.jspecify.annotations.NullMarked;
