package nn.api;

/** A loss of the row as a whole, such as cross-entropy; it implements {@link Loss#row} directly. */
public non-sealed interface RowLoss extends Loss {}
