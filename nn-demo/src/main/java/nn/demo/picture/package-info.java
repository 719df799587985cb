/**
 * What the story's numbers look like: SVG, PNG and one page. Start with {@link
 * nn.demo.picture.Gallery}; each picture is a {@link nn.demo.picture.Drawing}, which {@link
 * nn.demo.picture.Svg} and {@link nn.demo.picture.Png} turn into files.
 *
 * <p>Charts are drawn here too. The chart libraries that were tried choose the colours for good, so
 * that a page cannot be light by day and dark by night, and lay out by the fonts they find, so that
 * no two machines write the same file.
 */
@NullMarked
package nn.demo.picture;

import org.jspecify.annotations.NullMarked;
