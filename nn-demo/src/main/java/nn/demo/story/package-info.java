/**
 * The house-price story: in short, {@link nn.demo.story.HousePrice}, and the twelve chapters of
 * {@link nn.demo.story.Chapters} about it. {@link nn.demo.story.Fixtures} holds the numbers that
 * all of them share.
 */
@NullMarked
package nn.demo.story;

import org.jspecify.annotations.NullMarked;
