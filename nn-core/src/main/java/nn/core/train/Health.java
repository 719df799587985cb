package nn.core.train;

import java.util.OptionalInt;

/**
 * How one step of a training did, beyond its loss.
 *
 * @param smallestStep how far the step moved a layer's weights by their own size, |change| /
 *     |weights| in Euclidean norms, for the layer that moved least; about 0.001 is healthy; NaN if
 *     every weight was 0
 * @param largestStep the same for the layer that moved most
 * @param gradient Euclidean norm of all gradients
 * @param hiddenUnits units of all dense layers but the last
 * @param deadUnits how many of them had no gradient at all in the last {@value HealthCheck#LOOKS}
 *     steps that were examined; empty until so many were
 * @param notFinite how many parameters and gradients are NaN or infinite
 */
public record Health(
    double smallestStep,
    double largestStep,
    double gradient,
    int hiddenUnits,
    OptionalInt deadUnits,
    int notFinite) {}
