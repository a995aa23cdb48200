package dev.lifeos.auth.profile.avatar;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps pictures in a bucket where one is configured, else in a folder. */
@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {

  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration WAITING = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(10);

  @Bean
  AvatarStore avatarStore(AvatarProperties properties) {
    var s3 = properties.s3();
    return s3 == null
        ? new FolderStore(properties.folder())
        : new S3Store(client(s3), s3.bucket(), s3.prefix());
  }

  // Checksums beyond the signature's, and bodies in signed chunks, are not understood by all
  // stores.
  private static S3Client client(AvatarProperties.S3 s3) {
    var builder =
        S3Client.builder()
            .region(Region.of(s3.region()))
            .credentialsProvider(credentials(s3))
            .forcePathStyle(s3.endpoint() != null)
            .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(override -> override.apiCallTimeout(CALL))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECTING)
                    .socketTimeout(WAITING));
    if (s3.endpoint() != null) {
      builder.endpointOverride(s3.endpoint());
    }
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(AvatarProperties.S3 s3) {
    return s3.accessKey() == null || s3.secretKey() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(s3.accessKey(), s3.secretKey()));
  }
}
