package dev.lifeos.auth.profile.avatar;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pictures are kept.
 *
 * @param folder a folder that all replicas see; used unless there is a bucket
 * @param s3 a bucket
 */
@ConfigurationProperties("lifeos.avatar")
record AvatarProperties(@DefaultValue("avatars") Path folder, @Nullable S3 s3) {

  /**
   * A bucket of S3 or of a store that speaks its language.
   *
   * @param endpoint where it is; null for Amazon's own
   * @param prefix what the keys begin with
   * @param accessKey with its secret; null where the machine has a role
   */
  record S3(
      String bucket,
      @DefaultValue("us-east-1") String region,
      @Nullable URI endpoint,
      @DefaultValue("avatars/") String prefix,
      @Nullable String accessKey,
      @Nullable String secretKey) {

    /** Nothing of a secret gets into a log. */
    @Override
    public String toString() {
      return "S3[" + bucket + "]";
    }
  }
}
