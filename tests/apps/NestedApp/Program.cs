using Amazon.CDK;
using NestedApp;

var app = new App();
_ = new WholeStack(app, "Whole");
app.Synth();
