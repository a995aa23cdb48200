package dev.lifeos.launcher.state;

/** How far a part has come. */
public enum PartStatus {
  /** Not begun. */
  WAITING,
  /** Getting ready what it needs: unpacking, training a cache. */
  PREPARING,
  /** The process runs and does not answer yet. */
  STARTING,
  /** It answers. */
  READY,
  /** It ended by itself and will be started again. */
  RESTARTING,
  /** It ended too often and is left alone until {@code restart}. */
  FAILED,
  /** It was ended on purpose. */
  STOPPED
}
