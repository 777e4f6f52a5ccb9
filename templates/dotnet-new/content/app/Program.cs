using Amazon.CDK;
using BatchApp;

var app = new App();
_ = new BatchStack(app, "BedrockBatchStack");
app.Synth();
