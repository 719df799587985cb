package nn.core.explain;

import com.google.common.collect.ImmutableList;

/**
 * One part of an explained step.
 *
 * @param title what it does
 * @param lines its lines
 */
public record Section(String title, ImmutableList<Line> lines) {}
