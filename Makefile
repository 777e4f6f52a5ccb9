# The commands of BatchResource. `make help` lists them. Works with GNU make 3.81 and newer.

PORT ?= 4566
STACK ?= NightlySummaries

# On a Node.js that it was not released for, or that is past its end of life, the CDK's runtime prints a long warning, although it works.
# These settings hide it. A shell that runs `npx cdk` needs them too: docs/getting-started.md.
JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION ?= 20
JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION ?= 1
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION

# What a build reads, not what it writes. The folders are here too, because they change when a file is deleted.
sources := $(shell find contract provider shims cdk -name bin -prune -o -name obj -prune -o -print) \
    $(wildcard eng/Bundle/*) Directory.Build.props Directory.Build.targets Directory.Packages.props global.json

# What make found out about the package source.
answers := .aws-packages.props .cdk-packages.props

.DEFAULT_GOAL := help
.PHONY: help build test test-newest-cdk test-needs workflows fault-matrix mutation lint package packages template schema recording cdk-members bench synth demo demo-cdk serve deploy clean needs-dotnet needs-node

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F '|' '{ printf "make %-15s %s\n", $$1, $$2 }'

# These targets test, show, measure or deploy what ships, unless you say QuickBundle=true.
test test-needs fault-matrix package packages template synth demo demo-cdk recording bench deploy: export QuickBundle ?= false

build: needs-dotnet $(answers) ## build everything, the provider as a portable bundle; QuickBundle=false: as it ships
	@eng/build

test: test-needs ## run every test; the last line is the sum
	@eng/test

test-newest-cdk: needs-node build ## run only the tests of the construct library on the newest AWS CDK
	@dotnet test tests/BatchResource.Cdk.Newest.Tests --no-build --nologo

# In a clean clone, the bundles are compiled while npm makes what the package source lacks of the AWS CDK (make -j).
ifneq ($(filter test test-needs,$(MAKECMDGOALS)),)
build: | package
endif

test-needs: needs-node build workflows samples/typescript/node_modules/.package-lock.json eng/Nag/node_modules/.package-lock.json

workflows: node_modules/.package-lock.json ## check the workflows in .github/ and the scripts in them
	@eng/lint-workflows

fault-matrix: needs-dotnet needs-node $(answers) ## run every fault with Create, Update and Delete, and print each result
	@eng/fault-matrix

mutation: needs-dotnet $(answers) ## make small changes in the contract and the provider, and count those that the tests find; takes hours
	@eng/mutation

bench: package synth bench/node_modules/.package-lock.json ## measure start-up and scale, and write the figures into docs/performance.md
	@eng/bench

lint: needs-dotnet ## check the whitespace of the sources (each build checks their style)
	@dotnet format whitespace . --folder --verify-no-changes --exclude artifacts cdk.out node_modules bench/node_modules samples/typescript/node_modules

package: needs-dotnet .aws-packages.props ## publish the provider to artifacts/provider; RequireNativeBundle=true: fail if it cannot be native
	@dotnet msbuild provider/BatchResource.Provider.csproj -t:Bundle -v:minimal -nologo

packages: needs-dotnet $(answers) ## pack the libraries to artifacts/packages; VERSION=1.2.3: with that version
	@eng/pack $(VERSION)

cdk-members: needs-dotnet $(answers) ## check that the oldest and newest AWS CDK have all members that the packed library uses, or make cdk-members CDK=2.270.0
	@eng/cdk-members $(if $(CDK),'$(CDK)',oldest '2.*')

template: package ## write the files for a deployment without the CDK to artifacts/template
	@eng/template artifacts/template

schema: needs-dotnet $(answers) ## write the JSON Schema, and the types for TypeScript and Python, from the contract
	@dotnet run --project eng/Schema -v quiet -- .

synth: cdk.out/manifest.json ## synthesize the sample app to cdk.out

demo: synth ## deploy the sample app to the embedded local AWS, change it, roll it back, delete it
	@dotnet run --project local/tool --no-launch-profile -v quiet -- demo cdk.out

demo-cdk: needs-dotnet needs-node $(answers) package node_modules/.package-lock.json ## do the same with the CDK's own command line tool
	@eng/demo-cdk artifacts/demo-cdk

recording: synth ## record the demo's output in docs/demo.txt, and one step of it in docs/demo.svg
	@dotnet run --project local/tool --no-launch-profile -v quiet -- demo cdk.out >docs/demo.txt
	@eng/recording docs/demo.txt docs/demo.svg "Change the model, while the resource that takes the job's ARN fails"

serve: needs-dotnet ## serve the local AWS on loopback to the AWS CLI, the CDK CLI and SDKs: make serve PORT=4566
	@dotnet run --project local/tool --no-launch-profile -v quiet -- serve --port $(PORT)

deploy: needs-dotnet $(answers) node_modules/.package-lock.json ## deploy to your AWS account: make deploy STACK=NightlySummaries
	@npx cdk deploy $(STACK)

clean: ## remove the output of all other targets
	@rm -rf artifacts cdk.out node_modules bench/node_modules eng/Nag/node_modules samples/*/node_modules samples/*/cdk.out TestResults eng/CdkPackages/node_modules $(answers) .cdk-packages
	@find . -name .git -prune -o -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +

cdk.out/manifest.json: $(sources) cdk.json | needs-dotnet needs-node $(answers)
	@eng/synth cdk.out

node_modules/.package-lock.json: package.json package-lock.json | needs-node
	@npm ci --no-progress

bench/node_modules/.package-lock.json eng/Nag/node_modules/.package-lock.json samples/typescript/node_modules/.package-lock.json: %/node_modules/.package-lock.json: %/package.json %/package-lock.json | needs-node
	@npm ci --no-progress --prefix $*

# make keeps the answer until a version changes. UseAwsShims=true or false, on the command line or in the environment, overrides it.
.aws-packages.props: Directory.Packages.props eng/AwsPackages/AwsPackages.csproj eng/find-aws-packages | needs-dotnet
ifeq ($(UseAwsShims),)
	@eng/find-aws-packages $@
endif

.cdk-packages.props: Directory.Packages.props eng/CdkPackages/CdkPackages.csproj eng/CdkPackages/package.json eng/find-cdk-packages | needs-dotnet
	@eng/find-cdk-packages $@ .cdk-packages

needs-dotnet needs-node: needs-%:
	@: $(call stop-if,$(shell eng/missing-tool $*))

stop-if = $(if $(1),$(error $(1)))

$(foreach switch,UseAwsShims QuickBundle RequireNativeBundle,$(if $(filter-out true false,$($(switch))),\
    $(error $(switch) must be true or false, got "$($(switch))")))
