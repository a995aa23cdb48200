package dev.lifeos.auth.data;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.mail.WebLinks;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class ExportFetcher {

  private final Exports exports;
  private final WebLinks links;

  ExportFetcher(Exports exports, WebLinks links) {
    this.exports = exports;
    this.links = links;
  }

  @DgsData(parentType = "User", field = "dataExports")
  CompletableFuture<List<DataExport>> dataExports(
      @Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, ExportsLoader.NAME, user.id());
  }

  @DgsMutation
  RequestDataExportPayload requestDataExport(
      @InputArgument RequestDataExportInput input, Caller caller, Device device) {
    return new RequestDataExportPayload(exports.request(caller, device), List.of());
  }

  @DgsMutation
  DownloadDataExportPayload downloadDataExport(
      @InputArgument DownloadDataExportInput input, Caller caller) {
    var ticket = exports.download(caller, input.exportId());
    var address = URI.create(links.to("exports/" + ticket.token().value()));
    return new DownloadDataExportPayload(address, ticket.expiresAt(), List.of());
  }
}
